/// A whole configuration that the reference shows.
struct ConfigurationExample: Sendable {
    let title: String
    let text: String

    static let all = [
        ConfigurationExample(
            title: "One service",
            text: """
                apidoc: 1
                spec: ../../spec/backup.yaml
                module: SCPBackup
                versions: latest
                operations: {include: [createBackup, "list*"]}
                """),
        ConfigurationExample(
            title: "Several services",
            text: """
                apidoc: 1
                output: Generated
                access: package
                services:
                  - spec: spec/backup.yaml
                    module: SCPBackup
                    types: {BackupID: "Foundation.UUID"}
                    imports: [Foundation]
                  - spec: spec/greenhouse.yaml
                    access: public
                    versions: ["1.2", "1.1"]
                """),
        ConfigurationExample(title: "A folder of specs", text: "apidoc: 1\nspecs: spec\ntests: false"),
    ]
}
