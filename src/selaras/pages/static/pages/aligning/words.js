/* What the panel and the cards say. */
export const WORDS = {
  embed: "Ganti dengan fakta resmi",
  date: "Tambahkan tanggal",
  because: "Ini benar karena…",
  show: "Tampilkan",
  save: "Simpan alasan",
  cancel: "Batal",
  reason: "Mengapa pernyataan ini benar?",
  kept: "Alasan",
  justified: "diberi alasan",
  saveFirst: "Simpan draf ini dahulu, lalu tulis alasannya.",
  mandatory: "Wajib selaras: halaman tidak dapat diterbitkan dengan pernyataan ini.",
  source: "Sumber",
  unreachable: "Pemeriksaan tidak dapat dijangkau. Dicoba lagi saat Anda berhenti mengetik.",
  notKept: "Alasan belum tersimpan. Coba lagi.",
  gone: "Pernyataan itu sudah berubah.",
  aligned: "Tidak ada pernyataan yang berbeda dari fakta resmi.",
  replaced: "Pernyataan diganti.",
  list: "Temuan keselarasan",
};

export const write = (text) => `Tulis “${text}”`;
export const sure = (confidence) => `Keyakinan ${Math.round(confidence * 100)} %`;
export const tooShort = (least) => `Tulis paling sedikit ${least} huruf.`;

export function counted(open, justified) {
  const some = open ? `${open} pernyataan perlu diperiksa` : WORDS.aligned;
  return justified ? `${some.replace(/\.$/, "")}; ${justified} sudah diberi alasan.` : open ? `${some}.` : some;
}
