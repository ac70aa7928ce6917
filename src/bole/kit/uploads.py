"""Files on their way in: one that is larger than anything we take is read past and not kept, so that a page can say so."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

if TYPE_CHECKING:
    _Uploaded = UploadedFile[bytes]
else:
    _Uploaded = UploadedFile

LARGEST = 20 * 1024 * 1024  # twice of what the vault takes: what lies between is weighed there


class PastFile(_Uploaded):
    """A file that was too large: its name and its size, and none of its bytes."""


class ReadPast(TemporaryFileUploadHandler):
    """Keeps a file on the disk as Django does, up to the limit; from there on it counts alone."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(*args, **kwargs)
        self.count = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Count, and keep what lies below the limit."""
        self.count += len(raw_data)
        if self.count > LARGEST:
            self.file.close()  # it goes with its bytes
            return None
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> _Uploaded | None:
        """Answer with the file; of one that was too large with its name and its size."""
        if self.count <= LARGEST:
            return super().file_complete(file_size)
        return PastFile(file=BytesIO(), name=self.file_name, content_type=self.content_type, size=self.count, charset=self.charset)
