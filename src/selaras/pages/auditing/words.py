"""What is done with pages, pictures and documents, in the readers' words."""

from selaras.ledger.words import names_actions, names_details

names_actions(
    {
        "wagtail.create": "Membuat",
        "wagtail.edit": "Mengubah",
        "wagtail.delete": "Menghapus",
        "wagtail.publish": "Menerbitkan",
        "wagtail.publish.schedule": "Menjadwalkan penerbitan",
        "wagtail.publish.scheduled": "Terbit menurut jadwal",
        "wagtail.schedule.cancel": "Membatalkan jadwal terbit",
        "wagtail.unpublish": "Menarik dari publik",
        "wagtail.unpublish.scheduled": "Berakhir menurut jadwal",
        "wagtail.rename": "Mengganti judul",
        "wagtail.revert": "Kembali ke versi lama",
        "wagtail.copy": "Menyalin",
        "wagtail.move": "Memindahkan",
        "wagtail.reorder": "Mengubah urutan",
        "wagtail.lock": "Mengunci",
        "wagtail.unlock": "Membuka kunci",
        "wagtail.create_alias": "Membuat alias",
        "wagtail.convert_alias": "Menjadikan alias halaman biasa",
        "wagtail.copy_for_translation": "Menyalin untuk diterjemahkan",
        "wagtail.moderation.approve": "Menyetujui (moderasi lama)",
        "wagtail.moderation.reject": "Menolak (moderasi lama)",
        "wagtail.workflow.start": "Mengajukan untuk ditinjau",
        "wagtail.workflow.approve": "Menyetujui",
        "wagtail.workflow.reject": "Meminta perbaikan",
        "wagtail.workflow.resume": "Mengajukan lagi",
        "wagtail.workflow.cancel": "Membatalkan peninjauan",
        "wagtail.view_restriction.create": "Membatasi siapa yang dapat melihat",
        "wagtail.view_restriction.edit": "Mengubah batasan siapa yang dapat melihat",
        "wagtail.view_restriction.delete": "Mencabut batasan siapa yang dapat melihat",
        "wagtail.comments.create": "Menulis komentar",
        "wagtail.comments.edit": "Mengubah komentar",
        "wagtail.comments.delete": "Menghapus komentar",
        "wagtail.comments.resolve": "Menyelesaikan komentar",
        "wagtail.comments.create_reply": "Membalas komentar",
        "wagtail.comments.edit_reply": "Mengubah balasan komentar",
        "wagtail.comments.delete_reply": "Menghapus balasan komentar",
        "wagtail.apitoken.create": "Membuat token API",
        "wagtail.apitoken.revoke": "Mencabut token API",
        "selaras.version.keep": "Menyisihkan versi",
        "pages.version.take": "Mengambil versi yang disisihkan",
        "pages.adopt": "Mengambil teks pusat",
        "pages.adoption.reconcile": "Menerapkan perubahan sumber teks",
        "pages.adoption.decline": "Membiarkan halaman berbeda dari sumbernya",
        "pages.withdraw": "Menarik dengan alasan",
        "pages.supersede": "Menggantikan dengan halaman lain",
        "pages.profile.save": "Menyimpan profil situs",
        "pages.report.receive": "Laporan warga diterima",
        "pages.report.handle": "Menangani laporan warga",
        "pages.report.forget": "Menghapus kontak pelapor",
        "pages.import": "Mengimpor situs lama",
        "pages.import.create": "Mengimpor halaman",
        "pages.import.update": "Mengimpor halaman lagi",
        "media.picture.add": "Menambah gambar",
        "media.file.add": "Menambah dokumen",
    }
)
names_details(
    {
        "changed": "yang berubah",
        "comment": "komentar",
        "contentpath": "bagian halaman",
        "destination": "tujuan",
        "id": "nomor",
        "name": "nama berkas",
        "page": "halaman",
        "path": "alamat",
        "revision": "revisi",
        "source": "sumber",
        "status": "status",
        "task": "tugas",
        "workflow": "alur tinjauan",
    }
)
# Of rooms below that have no words for a screen.
names_actions(
    {
        "facts.state": "Menyatakan fakta",
        "facts.withdraw": "Menarik fakta",
        "facts.retire": "Mengakhiri jenis fakta",
        "facts.delete_type": "Menghapus jenis fakta",
        "facts.backfill": "Merekonstruksi fakta",
        "announcements.publish": "Mengumumkan",
        "tallies.define": "Menetapkan rekapitulasi",
        "tallies.publish": "Menerbitkan rekapitulasi",
    }
)
names_details(
    {
        "closed": "versi yang ditutup",
        "digest": "sidik isi",
        "facts": "fakta",
        "label": "nama",
        "uses": "pemakaian",
        "key": "kunci",
        "mismatches": "selisih",
        "rows": "baris",
        "version": "versi",
        "versions": "versi baru",
    }
)
