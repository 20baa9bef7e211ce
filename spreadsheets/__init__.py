"""Workbooks in and out; the only importer of workbook libraries."""
