"""Prints what pyarrow reads of a Parquet file: schema, metadata, rows."""
import json
import sys

import pyarrow.parquet

file = pyarrow.parquet.ParquetFile(sys.argv[1])
table = file.read()
print(json.dumps({
    "types": {field.name: str(field.type) for field in table.schema},
    "names": table.schema.names,
    "metadata": {k.decode(): v.decode() for k, v in (file.metadata.metadata or {}).items() if k.startswith(b"tracuu.")},
    "groups": file.metadata.num_row_groups,
    "rows": file.metadata.num_rows,
    "first": {k: str(v) for k, v in table.slice(0, 1).to_pylist()[0].items()},
    "nulls": [table.column(name).null_count for name in table.schema.names],
}, ensure_ascii=False))
