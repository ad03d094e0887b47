"""Charts as static SVG: what the archive holds by month, topic, district and person, drawn when the site is made.

Places across are in percent and places down in pixels, so that a chart is as wide as its column and its words stay as
large as words are; what must be drawn as one path lies in an inner picture that is stretched. Colours are classes.
"""
