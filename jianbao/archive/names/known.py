"""What finding names needs to know, brought together."""

from __future__ import annotations

from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.gazetteer import Gazetteer
from jianbao.knowledge.told_organizations import ToldOrganizations
from jianbao.knowledge.told_people import ToldPeople


@frozen
class Known:
    """What finding names needs to know: the shipped knowledge with what people told laid over it."""

    districts: Districts
    gazetteer: Gazetteer
    people: ToldPeople
    organizations: ToldOrganizations
    bylines: Bylines

    @classmethod
    def load(cls, authority: Path) -> Known:
        """Everything, from the shipped data and the authority folder."""
        districts = Districts.load(authority)
        return cls(
            districts, Gazetteer.load(authority, districts), ToldPeople.load(authority),
            ToldOrganizations.load(authority), Bylines.load(authority),
        )  # fmt: skip
