/* The files of the index: how they are fetched, unpacked and read. What is in them: jianbao/search.
   A file is asked for once; FILE?v=MARK, so that a cache never mixes two editions. */
(function () {
  "use strict";
  const jianbao = (window.jianbao = window.jianbao || {});
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const AN_HOUR = 3600000;
  const here = { ...(document.currentScript ? document.currentScript.dataset : null) };

  /** Something could not be fetched: `file` says what, `status` the answer of the host (0: there was none). */
  class Unreachable extends Error {
    constructor(file, status) {
      super(file + " " + status);
      this.file = file;
      this.status = status;
    }
  }

  /* ------------------------------------------------------------ crc32, as zlib reckons it */
  const CRC = new Uint32Array(256).map((_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });

  function crc32(text) {
    let crc = 0xffffffff;
    for (const byte of encoder.encode(text)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  async function gunzip(file) {
    if (typeof DecompressionStream === "undefined") {
      await more("unpack");
      return jianbao.inflate(file);
    }
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter(); // not by way of a Blob, which other processes would have to be told of
    for (const done of [writer.write(file), writer.close()]) done.catch(() => {}); // the reader is told as well
    return new Uint8Array(await new Response(readable).arrayBuffer());
  }

  /* ------------------------------------------------------------ postings */
  /** Numbers as LEB128 (seven bits a byte, the lowest first), at most so many. */
  function varints(bytes, from, end, most = Infinity) {
    const numbers = [];
    for (let i = from, value = 0, shift = 0; i < end && numbers.length < most; i++) {
      value += (bytes[i] & 127) * 2 ** shift;
      if (bytes[i] & 128) shift += 7;
      else {
        numbers.push(value);
        value = shift = 0;
      }
    }
    return numbers;
  }

  /** A shard of tokens: find(token) and starting(prefix) give ascending document numbers. */
  class Shard {
    constructor(bytes, first) {
      const behind = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      const names = decoder.decode(bytes.subarray(4, behind));
      const tokens = names ? names.split("\n") : [];
      let length = 0;
      const lengths = varints(bytes, behind, bytes.length, tokens.length).map((step) => (length += step));
      let at = lengths.reduce((left, one) => left - one, bytes.length);
      this.bytes = bytes;
      this.first = first;
      this.places = new Map(tokens.map((token, i) => [token, [at, (at += lengths[i])]]));
    }

    find(token) {
      const place = this.places.get(token);
      if (!place) return [];
      let number = this.first;
      return varints(this.bytes, ...place).map((step) => (number += step));
    }

    starting(prefix) {
      const lists = [];
      for (const token of this.places.keys()) if (token.startsWith(prefix)) lists.push(this.find(token));
      return lists.reduce(union, []);
    }
  }

  function intersection(a, b) {
    if (a.length > b.length) [a, b] = [b, a];
    const both = [];
    for (let i = 0, j = 0; i < a.length; i++) {
      while (b[j] < a[i]) j++;
      if (b[j] === a[i]) both.push(a[i]);
    }
    return both;
  }

  function union(a, b) {
    if (!a.length || !b.length) return a.length ? a : b;
    return [...new Set([...a, ...b])].sort((x, y) => x - y);
  }

  function difference(a, b) {
    const without = new Set(b);
    return a.filter((number) => !without.has(number));
  }

  /* ------------------------------------------------------------ files */
  const waiting = new Map();
  /** Called by the scripts of an offline copy: fetch does not work from file://. */
  window.jianbaoShard = function (name, data) {
    const taken = waiting.get(name);
    waiting.delete(name);
    if (taken) taken(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
  };

  /** The index below `root` (the address of search/, with a slash at its end). `about` is its first file as the page has it. */
  class Index {
    constructor(root, offline, about) {
      this.root = root;
      this.offline = offline;
      this.files = new Map();
      this.told = about ? JSON.stringify(about) : "";
      this.about = about;
      this.opened = about ? Date.now() : 0;
      this.sure = offline; // a page may be older than the index beside it: renew() makes sure
    }

    /** The first file: what there is. All others are known by the marks in it. */
    async open() {
      if (!this.about || Date.now() - this.opened > AN_HOUR) await this.renew();
      return this.about;
    }

    /** Ask the host for the first file, whatever a cache has. Whether it says something new. */
    async renew() {
      const bytes = this.offline ? await script(this.root + "index.js", "index") : await get(this.root + "index.json", "no-cache");
      const told = decoder.decode(bytes[0] === 0x1f ? await gunzip(bytes) : bytes).trim();
      const is = this.told === told;
      [this.told, this.opened, this.sure] = [told, Date.now(), true];
      if (!is) this.about = JSON.parse(told);
      return !is;
    }

    /** The unpacked bytes of a file; of several that ask for it at one time only the first fetches it. */
    file(name, mark) {
      const key = name + "?" + mark;
      if (!this.files.has(key)) {
        this.asked++;
        const version = "?v=" + encodeURIComponent(mark);
        const bytes = this.offline
          ? script(this.root + name + ".js" + version, name)
          : get(this.root + name + ".bin" + version, "default");
        const unpacked = bytes.then(gunzip);
        unpacked.catch(() => this.files.delete(key)); // so that another try asks again
        this.files.set(key, unpacked);
      }
      return this.files.get(key);
    }

    async shard(segment, key) {
      const name = "t/" + segment.first + "/" + (crc32(key) % segment.shards);
      const bytes = await this.file(name, segment.mark);
      return bytes.shard || (bytes.shard = new Shard(bytes, segment.first));
    }

    /** The ids of these documents, by their numbers. */
    async ids(numbers) {
      const { block, blocks } = await this.open();
      const places = [...new Set(numbers.map((number) => Math.floor(number / block)))];
      const files = await Promise.all(places.map((place) => this.file("d/" + place, blocks)));
      const known = new Map(places.map((place, i) => [place, files[i].ids || (files[i].ids = idsOf(files[i]))]));
      return new Map(numbers.map((number) => [number, known.get(Math.floor(number / block))[number % block]]));
    }

    /** What the filters offer: facet → [[slug, name, count], …]. */
    async values() {
      const { values } = await this.open();
      const bytes = await this.file("values", values);
      return bytes.offered || (bytes.offered = JSON.parse(decoder.decode(bytes)));
    }

    async column(name) {
      const { columns } = await this.open();
      const bytes = await this.file("c/" + name, columns[name]);
      return bytes.column || (bytes.column = varints(bytes, 0, bytes.length));
    }
  }

  /** The ids of a block: each shares so many characters with the one before. */
  function idsOf(bytes) {
    const rows = JSON.parse(decoder.decode(bytes));
    const ids = [];
    for (let i = 0, id = ""; i < rows.length; i += 2) ids.push((id = id.slice(0, rows[i]) + rows[i + 1]));
    return ids;
  }

  async function get(address, cache) {
    let answer;
    try {
      answer = await fetch(address, { cache });
    } catch (error) {
      throw new Unreachable(address, 0);
    }
    if (!answer.ok) throw new Unreachable(address, answer.status);
    try {
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      throw new Unreachable(address, 0); // the line broke off
    }
  }

  function script(address, name) {
    return new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      run(address).catch((error) => {
        waiting.delete(name);
        reject(error);
      });
    });
  }

  function run(address) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.src = address;
      tag.onload = () => resolve(tag.remove());
      tag.onerror = () => {
        tag.remove();
        reject(new Unreachable(address, 0));
      };
      document.head.append(tag);
    });
  }

  const further = new Map();
  /** Run a script that only some need, or all only later: its address is what the page's own script tag says of it. */
  function more(name) {
    if (!further.has(name)) {
      const ran = run(here[name]);
      ran.catch(() => further.delete(name));
      further.set(name, ran);
    }
    return further.get(name);
  }

  Object.assign(jianbao, { Unreachable, Index, Shard, crc32, gunzip, varints, intersection, union, difference, get, more });
})();
