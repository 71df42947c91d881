/// A certificate for `localhost` and 127.0.0.1 that nobody trusts.
///
/// TEST FIXTURE. The key is not a secret: it protects nothing and is used by test servers on loopback only. Both are
/// valid until 2120.
package enum TestCertificate {
    /// The certificate, signed with its own key.
    package static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBdjCCARygAwIBAgIBATAKBggqhkjOPQQDAjArMRIwEAYDVQQDDAlsb2NhbGhv
        c3QxFTATBgNVBAoMDFRlc3QgZml4dHVyZTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowKzESMBAGA1UEAwwJbG9jYWxob3N0MRUwEwYDVQQKDAxUZXN0
        IGZpeHR1cmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARXJPBSD4v96fqejrWq
        1HJL6jziUKN8pO8Sh+nYSTrob6TDTM/MUh55PHaGkc7S7h52tGyIbO++I5dS8C/J
        rvNPoy8wLTAPBgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE
        fwAAATAKBggqhkjOPQQDAgNIADBFAiEAqFByMgaE13o1Z+7/fZ+bKBlYhP8fIyo9
        A0orpf8wSJ0CICbIppsd4FZ6uP48XG776rb10O1PoOgSlBn1iOICnuwN
        -----END CERTIFICATE-----
        """

    /// The key of the certificate.
    package static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgk91Z99ydAjLKZOUm
        l7ZsijwNqa+6JvtkNnYcY9SkMV6hRANCAARXJPBSD4v96fqejrWq1HJL6jziUKN8
        pO8Sh+nYSTrob6TDTM/MUh55PHaGkc7S7h52tGyIbO++I5dS8C/JrvNP
        -----END PRIVATE KEY-----
        """
}
