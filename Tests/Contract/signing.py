"""Lets schemathesis send the headers by which requests of the cloud's services say who sends them.

The mock service is started without keys, so that any well-formed signature will do.
"""
import base64
import os
import time

import schemathesis

if os.environ.get("CONTRACT_SIGNED"):

    @schemathesis.auth(refresh_interval=60)
    class Signed:
        def get(self, case, context):
            return {
                "Scp-Accesskey": "contract",
                "Scp-Timestamp": str(int(time.time() * 1000)),
                "Scp-Signature": base64.b64encode(bytes(32)).decode(),
                "Scp-ClientType": "Openapi",
            }

        def set(self, case, data, context):
            case.headers = case.headers or {}
            case.headers.update(data)
