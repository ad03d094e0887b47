(function () {
"use strict";
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const FAR = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
8193, 12289, 16385, 24577];
const FAR_BITS = FAR.map((_, i) => (i < 2 ? 0 : (i >> 1) - 1));
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
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
window.jianbao.inflate = inflate;
})();
