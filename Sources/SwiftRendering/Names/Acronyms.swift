/// Abbreviations that Swift names write in capitals, as the API Design Guidelines ask: all upper or all lower case.
enum Acronyms {
    /// The spelling in the middle of a name, by the word in lower case.
    static let spelling: [String: String] = {
        let capitals = [
            "acl", "api", "asn", "aws", "bgp", "bm", "ca", "cdn", "cidr", "cifs", "cpu", "crl", "csr", "css", "csv",
            "db",
            "dc", "dhcp", "dns", "dr", "ebs", "fqdn", "gb", "gpu", "gslb", "guid", "ha", "hdd", "hmac", "html", "http",
            "https", "iaas", "iam", "id", "iops", "ip", "ipam", "ipv4", "ipv6", "iso", "json", "jwt", "kb", "kms",
            "kpi",
            "lb", "ldap", "mac", "mb", "mfa", "nat", "nfs", "nic", "ntp", "os", "paas", "pem", "qos", "ram", "rbac",
            "rdp", "rpo", "rto", "saml", "san", "scp", "sdk", "sla", "smtp", "sms", "sql", "srn", "ssd", "ssh", "ssl",
            "sso", "tb",
            "tcp", "tld", "tls", "ttl", "udp", "ui", "uri", "url", "utc", "uuid", "vip", "vlan", "vm", "vpc", "vpn",
            "waf", "xml", "yaml",
        ]
        var table = Dictionary(uniqueKeysWithValues: capitals.map { ($0, $0.uppercased()) })
        for word in ["id", "ip", "url", "vm", "api", "acl", "dns", "nic", "uuid", "cidr", "vpc"] {
            table[word + "s"] = word.uppercased() + "s"
        }
        table["ipv4"] = "IPv4"
        table["ipv6"] = "IPv6"
        table["iaas"] = "IaaS"
        table["paas"] = "PaaS"
        return table
    }()
}
