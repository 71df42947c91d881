@testable import APISpec

/// A small spec with one of everything.
enum SpecSample {
    static let text = """
        # yaml-language-server: $schema=apidoc-spec.schema.json
        apidoc: 1
        service:
          id: greenhouse
          title: Greenhouse
          provider: SCP
          description: Grows things.
          server:
            url: https://greenhouse.{region}.{environment}.example.com
            pairs:
              - {environment: s, region: kr-west1}
          headers:
            Scp-Accesskey: '{access-key}'
            Scp-Api-Version: greenhouse {version}
          authentication: scp-hmac
        sources:
          - {page: greenhouse.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
        versions:
          '1.1': {status: current}
          '1.0': {status: deprecated, notBefore: '2026-03-31'}
        operations:
          listBeds:
            title: List Beds
            description: Lists the beds.
            method: GET
            path: /v1/beds/{bed_id}
            revisions:
              - versions: ['1.1', '1.0']
                parameters:
                  - {name: bed_id, in: path, type: string, required: true, description: Bed, example: bed-1}
                  - {name: size, in: query, type: integer, nullable: true, default: 20}
                request: {schema: Bed, required: true, recovered: [request-example]}
                responses:
                  '200': {description: OK, schema: Bed}
                  '404': {description: Not Found}
                lost: [parameters]
                example:
                  path: /v1/beds/{bed_id}?size={size}
                  request: {name: north}
                  status: 200
                  response: {name: north, tags: []}
        schemas:
          Bed:
            properties:
              name: {type: string, required: true, pattern: '^[a-z]*$', minLength: 1, maxLength: 63}
              kind: {type: string, enum: [RAISED, FLAT], default: RAISED}
              paths: {anyOf: [{type: array, items: {type: string}}, {type: string}], nullable: true}
              planted_at: {type: string, format: date-time}
              tags: {type: array, items: {schema: Tag}}
          Tag:
            lost: true
        resources:
          bed:
            collection: /v1/beds
            member: /v1/beds/{bed_id}
            list: listBeds
            show: listBeds
            updates: [listBeds]
            items: contents
            identifier: name
            state: {property: kind, inferred: [property-name, enumeration]}
            inferred: [method-and-path]

        """

    /// The sample as it is before anything is inferred from it.
    static let withoutResources = String(text.split(separator: "resources:\n")[0])

    static func read(_ text: String = text) throws -> SpecFile {
        try SpecReader().read(Array(text.utf8), file: "bed.yaml")
    }
}
