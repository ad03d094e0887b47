/* The files of the index: how they are fetched, unpacked and read. What is in them: jianbao/search.
   A file is asked for once; FILE?v=MARK, so that a cache never mixes two editions. */
(function () {
  "use strict";
  const jianbao = (window.jianbao = window.jianbao || {});
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const AN_HOUR = 3600000;

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

  /* ------------------------------------------------------------ gzip: RFC 1951 and 1952, for browsers without DecompressionStream */
  const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const FAR = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577];
  const FAR_BITS = FAR.map((_, i) => (i < 2 ? 0 : (i >> 1) - 1));
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  /** A Huffman code by the lengths of its words: how many there are of each length, and the symbols in that order. */
  function code(lengths) {
    const counts = new Uint16Array(16);
    const starts = new Uint16Array(16);
    const symbols = new Uint16Array(lengths.length);
    for (const length of lengths) counts[length]++;
    counts[0] = 0;
    for (let i = 1; i < 16; i++) starts[i] = starts[i - 1] + counts[i - 1];
    lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
    return { counts, symbols };
  }

  const FIXED = code([...Array(288)].map((_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
  const FIXED_FAR = code(Array(30).fill(5));

  /** What a gzip file of one member holds. Throws where it is damaged. */
  function inflate(file) {
    if (file[0] !== 0x1f || file[1] !== 0x8b || file[2] !== 8) throw new Error("not gzip");
    let at = 10;
    if (file[3] & 4) at += 2 + file[at] + 256 * file[at + 1];
    for (const flag of [8, 16]) if (file[3] & flag) while (file[at++]);
    if (file[3] & 2) at += 2;
    const size = new DataView(file.buffer, file.byteOffset + file.length - 4).getUint32(0, true);
    const out = new Uint8Array(size);
    let done = 0, held = 0, bits = 0;

    function take(n) {
      while (bits < n) {
        if (at >= file.length) throw new Error("gzip ends too soon");
        held |= file[at++] << bits;
        bits += 8;
      }
      const value = held & ((1 << n) - 1);
      held >>>= n;
      bits -= n;
      return value;
    }

    function symbol({ counts, symbols }) {
      let word = 0, first = 0, index = 0;
      for (let length = 1; length < 16; length++) {
        word |= take(1);
        if (word - counts[length] < first) return symbols[index + word - first];
        index += counts[length];
        first = (first + counts[length]) << 1;
        word <<= 1;
      }
      throw new Error("gzip is damaged");
    }

    function codes() {
      const literals = take(5) + 257, far = take(5) + 1, given = take(4) + 4;
      const lengths = new Array(19).fill(0);
      for (let i = 0; i < given; i++) lengths[ORDER[i]] = take(3);
      const meta = code(lengths), all = [];
      while (all.length < literals + far) {
        const one = symbol(meta);
        if (one < 16) all.push(one);
        else {
          const repeated = one === 16 ? all[all.length - 1] : 0;
          for (let n = one === 16 ? 3 + take(2) : one === 17 ? 3 + take(3) : 11 + take(7); n; n--) all.push(repeated);
        }
      }
      return [code(all.slice(0, literals)), code(all.slice(literals))];
    }

    function block(literals, far) {
      for (let one = symbol(literals); one !== 256; one = symbol(literals)) {
        if (one < 256) out[done++] = one;
        else {
          let length = LENGTHS[one - 257] + take(LENGTH_BITS[one - 257]);
          const which = symbol(far), back = FAR[which] + take(FAR_BITS[which]);
          for (; length; length--, done++) out[done] = out[done - back];
        }
      }
    }

    for (let last = 0; !last; ) {
      last = take(1);
      const kind = take(2);
      if (kind === 0) {
        held = bits = 0;
        const length = file[at] + 256 * file[at + 1];
        out.set(file.subarray(at + 4, at + 4 + length), done);
        at += 4 + length;
        done += length;
      } else if (kind === 1) block(FIXED, FIXED_FAR);
      else if (kind === 2) block(...codes());
      else throw new Error("gzip is damaged");
    }
    if (done !== size) throw new Error("gzip is damaged");
    return out;
  }

  async function gunzip(file) {
    if (typeof DecompressionStream === "undefined") return inflate(file);
    const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  }

  /* ------------------------------------------------------------ postings */
  /** Numbers as LEB128 (seven bits a byte, the lowest first). */
  function varints(bytes, from, end) {
    const numbers = [];
    for (let i = from, value = 0, shift = 0; i < end; i++) {
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
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      this.bytes = bytes;
      this.first = first;
      this.places = new Map();
      let at = 4 + length;
      const header = JSON.parse(decoder.decode(bytes.subarray(4, at)));
      for (let i = 0; i < header.length; i += 2) this.places.set(header[i], [at, (at += header[i + 1])]);
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

  /** The index below `root` (the address of search/, with a slash at its end). */
  class Index {
    constructor(root, offline) {
      this.root = root;
      this.offline = offline;
      this.files = new Map();
      this.asked = 0;
    }

    /** The first file: what there is. Always asked anew of the host, for all others are known by the marks in it. */
    async open() {
      if (this.about && Date.now() - this.opened < AN_HOUR) return this.about;
      const bytes = this.offline ? await script(this.root + "index.js", "index") : await get(this.root + "index.json", "no-cache");
      this.about = JSON.parse(decoder.decode(bytes[0] === 0x1f ? await gunzip(bytes) : bytes));
      this.opened = Date.now();
      return this.about;
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

    /** The rows of these documents, by their numbers. */
    async rows(numbers) {
      const { block, blocks } = await this.open();
      const places = [...new Set(numbers.map((number) => Math.floor(number / block)))];
      const rows = new Map();
      await Promise.all(places.map(async (place) => {
        const bytes = await this.file("d/" + place, Array.isArray(blocks) ? blocks[place] : blocks);
        const block = bytes.rows || (bytes.rows = JSON.parse(decoder.decode(bytes)));
        for (const row of block) rows.set(row[0], row);
      }));
      return rows;
    }

    async column(name) {
      const { columns } = await this.open();
      const bytes = await this.file("c/" + name, columns[name]);
      return bytes.column || (bytes.column = varints(bytes, 0, bytes.length));
    }
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
      const tag = document.createElement("script");
      waiting.set(name, resolve);
      tag.src = address;
      tag.onload = () => tag.remove();
      tag.onerror = () => {
        tag.remove();
        waiting.delete(name);
        reject(new Unreachable(address, 0));
      };
      document.head.append(tag);
    });
  }

  Object.assign(jianbao, { Unreachable, Index, Shard, crc32, inflate, gunzip, varints, intersection, union, difference, get });
})();
