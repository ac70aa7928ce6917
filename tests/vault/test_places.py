"""A photo is kept without where and when it was taken; the picture and how it was held stay."""

import io

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from bole.vault.kinds import kind_of
from bole.vault.places import without_place
from tests.vault.test_files import picture

LATITUDE = (IFDRational(39), IFDRational(54), IFDRational(27))
TAKEN_AT = "2026:11:20 09:30:00"
HELD = 6  # turned by a quarter
TILES = Image.effect_noise((64, 48), 80)


def taken() -> Image.Exif:
    """Return what a phone writes beside a picture."""
    told = Image.Exif()
    told[0x0110], told[0x0132], told[0x0112] = "Phone 9", TAKEN_AT, HELD
    told.get_ifd(0x8825)[2] = LATITUDE
    return told


def photo(kind: str, **more: object) -> bytes:
    """Return a photo with a place, a time and a camera."""
    found = io.BytesIO()
    TILES.convert("RGB").save(found, kind, exif=taken(), **more)  # type: ignore[arg-type]  # what each kind takes
    return found.getvalue()


PHOTOS = {"a.jpg": photo("JPEG"), "b.jpg": photo("JPEG", progressive=True), "a.png": photo("PNG"), "a.webp": photo("WEBP", lossless=True)}


@pytest.mark.parametrize("name", PHOTOS)
class TestAPhoto:
    def test_loses_place_time_and_camera(self, name):
        kept = without_place(PHOTOS[name], kind_of(PHOTOS[name], name))

        told = Image.open(io.BytesIO(kept)).getexif()
        assert dict(told.get_ifd(0x8825)) == {}
        assert (told.get(0x0110), told.get(0x0132)) == (None, None)
        assert b"Phone 9" not in kept
        assert TAKEN_AT.encode() not in kept

    def test_keeps_every_dot(self, name):
        kept = without_place(PHOTOS[name], kind_of(PHOTOS[name], name))

        assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(PHOTOS[name])).tobytes()


class TestHowItWasHeld:
    @pytest.mark.parametrize("name", ["a.jpg", "b.jpg"])
    def test_stays(self, name):
        kept = without_place(PHOTOS[name], "jpeg")

        assert Image.open(io.BytesIO(kept)).getexif()[0x0112] == HELD


class TestWhatHangsBehindAPhoto:
    def test_goes(self):
        plain = picture("JPEG")

        assert without_place(plain + PHOTOS["a.jpg"], "jpeg") == plain


class TestOtherFiles:
    def test_stay_as_they_are(self):
        assert without_place(b"%PDF-1.7 %%EOF", "pdf") == b"%PDF-1.7 %%EOF"


class TestABrokenPhoto:
    @pytest.mark.parametrize("name", PHOTOS)
    def test_is_none_wherever_it_breaks_off(self, name):
        kind = kind_of(PHOTOS[name], name)

        assert {without_place(PHOTOS[name][:length], kind) for length in range(12, 400, 17)} == {None}
