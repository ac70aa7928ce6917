"""Kept files: sealed on the disk, taken by what they are and not by what they say, gone with what they belong to."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image

from bole.values.refusal import NotFound, Refused
from bole.values.viewer import SYSTEM
from bole.vault.files import LARGEST, as_download, drop_file, drop_files, files_of, folder, keep_file, read_file, sweep_files
from bole.vault.kinds import plain_name
from bole.vault.models import KeptFile
from bole.vault.refusals import EmptyFile, HoldsTooMuch, NotWhatItSays, TooLarge
from bole.vault.sealing import Unreadable

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n"
PARENT = "mentorship 2fbcqrjpf4p6"


def office(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an office file of these parts."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", method) as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return found.getvalue()


def picture(kind: str, **more: object) -> bytes:
    """Return a small picture."""
    found = io.BytesIO()
    Image.new("RGB", (24, 16), (30, 120, 110)).save(found, kind, **more)  # type: ignore[arg-type]  # what each kind takes
    return found.getvalue()


WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
TAKEN = {
    "汇报.pdf": PDF,
    "图.PNG": picture("PNG"),
    "照片.jpg": picture("JPEG"),
    "a.webp": picture("WEBP"),
    "a.docx": office(WORD),
    "a.xlsx": office({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    "a.pptx": office({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
    "a.txt": "半年成果\n".encode(),
    "旧.txt": "半年成果\n".encode("gb18030"),
}
REFUSED = {
    "a page that calls itself a PDF": ("a.pdf", b"<html><script>alert(1)</script></html>", NotWhatItSays),
    "a PDF that calls itself a picture": ("a.png", PDF, NotWhatItSays),
    "a PDF without an end": ("a.pdf", PDF[:30], NotWhatItSays),
    "a photo that ends early": ("a.jpg", picture("JPEG")[:200], NotWhatItSays),
    "a photo that begins and is none": ("a.jpg", b"\xff\xd8\xff\xe0....", NotWhatItSays),
    "a picture with a wrong sum": ("a.png", picture("PNG")[:-6] + b"xxxxxx", NotWhatItSays),
    "a program": ("a.exe", b"MZ\x90\x00", NotWhatItSays),
    "a drawing with scripts": ("a.svg", b"<svg onload='x'/>", NotWhatItSays),
    "a page": ("a.html", b"<b>hi</b>", NotWhatItSays),
    "text with a NUL": ("a.txt", b"a\x00b", NotWhatItSays),
    "no ending at all": ("a", b"hello", NotWhatItSays),
    "an archive": ("a.docx", office({"x.txt": b"x"}), NotWhatItSays),
    "two kinds in one": ("a.docx", office({**WORD, "xl/workbook.xml": b"x"}), NotWhatItSays),
    "an archive cut short": ("a.docx", office(WORD)[:60], NotWhatItSays),
    "a bomb": ("a.docx", office({**WORD, "word/media/big": bytes(300 * 1024 * 1024 // 100 * 1)}), HoldsTooMuch),
    "a million parts": ("a.docx", office({**WORD, **{f"word/{n}": b"" for n in range(3000)}}), HoldsTooMuch),
    "a part that climbs out": ("a.docx", office({**WORD, "../../etc/passwd": b"x"}), HoldsTooMuch),
    "macros": ("a.docx", office({**WORD, "word/vbaProject.bin": b"x"}), HoldsTooMuch),
    "nothing": ("a.pdf", b"", EmptyFile),
}


def keep(name: str = "汇报.pdf", body: bytes = PDF, parent: str = PARENT) -> str:
    """Keep a file and return its ref."""
    return keep_file(upload=SimpleUploadedFile(name, body), parent=parent, by=SYSTEM, at=NOON).ref


class TestKeeping:
    @pytest.mark.parametrize("name", TAKEN)
    def test_takes_what_it_is(self, name: str) -> None:
        ref = keep(name, TAKEN[name])

        assert read_file(ref, parent=PARENT).body == TAKEN[name]

    @pytest.mark.parametrize("case", REFUSED)
    def test_refuses_what_it_is_not(self, case: str) -> None:
        name, body, refusal = REFUSED[case]

        with pytest.raises(refusal):
            keep(name, body)

        assert not KeptFile.objects.exists()

    def test_refuses_a_locked_one(self) -> None:
        body = bytearray(office(WORD))
        body[body.index(b"PK\x01\x02") + 8] |= 1  # the sign of a password in the list of parts

        with pytest.raises(HoldsTooMuch):
            keep("a.docx", bytes(body))

    def test_refuses_what_is_too_large_before_it_reads_it(self) -> None:
        class Unread(SimpleUploadedFile):
            def read(self, *_args: object) -> bytes:
                raise AssertionError("it was read")

        upload = Unread("a.pdf", b"")
        upload.size = LARGEST + 1

        with pytest.raises(TooLarge):
            keep_file(upload=upload, parent=PARENT, by=SYSTEM, at=NOON)

    def test_does_not_believe_the_size_that_is_said(self) -> None:
        upload = SimpleUploadedFile("a.txt", b"a" * (LARGEST + 1))
        upload.size = 10

        with pytest.raises(TooLarge):
            keep_file(upload=upload, parent=PARENT, by=SYSTEM, at=NOON)

    def test_says_no_in_words_with_a_status(self) -> None:
        with pytest.raises(Refused) as found:
            keep("a.exe", b"MZ")

        assert (found.value.status, found.value.code) == (422, "file_of_another_kind")


class TestOnTheDisk:
    def test_nothing_of_it_can_be_read(self) -> None:
        ref = keep("机密.txt", "机密的半年成果".encode() * 50)

        raw = (folder() / ref[:2] / ref).read_bytes()

        assert "机密".encode() not in raw
        assert (folder() / ref[:2] / ref).stat().st_mode & 0o077 == 0

    def test_a_changed_byte_does_not_open(self) -> None:
        ref = keep()
        path = folder() / ref[:2] / ref
        raw = bytearray(path.read_bytes())
        raw[40] ^= 1
        path.write_bytes(bytes(raw))

        with pytest.raises(Unreadable):
            read_file(ref, parent=PARENT)

    def test_bytes_of_another_file_do_not_open(self) -> None:
        one, other = keep(), keep("b.txt", b"other")
        (folder() / one[:2] / one).write_bytes((folder() / other[:2] / other).read_bytes())

        with pytest.raises(Unreadable):
            read_file(one, parent=PARENT)

    def test_the_table_does_not_say_the_name(self) -> None:
        keep("薪资异议.pdf")

        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM vault_keptfile")
            assert "薪资" not in cursor.fetchone()[0]


class TestNames:
    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            ("../../etc/passwd.txt", "passwd.txt"),
            ("C:\\temp\\报告.pdf", "报告.pdf"),
            ("报告\u202efdp.exe", "报告fdp.exe"),
            ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie x=1.txt"),
            ("  .hidden.pdf. ", "hidden.pdf"),
            (".pdf", "file.pdf"),
            ("", "file"),
            ("长" * 400 + ".pdf", "长" * 116 + ".pdf"),
        ],
    )
    def test_are_made_plain(self, said: str, kept: str) -> None:
        assert plain_name(said) == kept

    def test_do_not_break_the_answer(self) -> None:
        ref = keep('半年"成果;\\报告.pdf')

        answer = as_download(read_file(ref, parent=PARENT))

        assert answer["Content-Disposition"].startswith("attachment; filename=")
        assert "filename*=UTF-8''" in answer["Content-Disposition"]
        assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")


class TestBelonging:
    def test_a_file_is_read_with_its_parent_alone(self) -> None:
        ref = keep()

        with pytest.raises(NotFound):
            read_file(ref, parent="mentorship 222222222222")

    def test_files_are_listed_by_parent(self) -> None:
        keep("一.pdf")
        keep("二.pdf", parent="mentorship 222222222222")

        found = files_of([PARENT])

        assert [one.name for one in found[PARENT]] == ["一.pdf"]

    @pytest.mark.django_db(transaction=True)
    def test_goes_with_its_parent_from_the_disk_too(self) -> None:
        ref, other = keep(), keep(parent="mentorship 222222222222")

        count = drop_files(parent=PARENT, by=SYSTEM, at=NOON)

        assert count == 1
        assert not (folder() / ref[:2] / ref).exists()
        assert (folder() / other[:2] / other).exists()

    @pytest.mark.django_db(transaction=True)
    def test_stays_when_its_going_is_taken_back(self) -> None:
        ref = keep()

        with transaction.atomic():
            drop_file(ref=ref, parent=PARENT, by=SYSTEM, at=NOON)
            transaction.set_rollback(True)

        assert read_file(ref, parent=PARENT).body == PDF

    def test_bytes_without_a_row_are_swept_after_a_day(self) -> None:
        ref = keep()
        KeptFile.objects.all().delete()
        now = datetime.now(UTC)

        fresh, old = sweep_files(now), sweep_files(now + timedelta(days=2))

        assert not (folder() / ref[:2] / ref).exists()
        assert (fresh, old.split()[0] != "0") == ("0 files dropped", True)
