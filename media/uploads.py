"""How much may come in at once."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

# The largest thing that may be uploaded is a recording of 100 MB; the rest is the form around it.
MAX_REQUEST = 110 * 1024 * 1024


class BoundedUploadHandler(FileUploadHandler):
    """First of the upload handlers: refuses a larger request before a byte of it is written to the disk."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > MAX_REQUEST:
            raise RequestDataTooBig("The upload is too large.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
