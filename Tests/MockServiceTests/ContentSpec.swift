/// A service whose requests and answers are written in every way that a spec can state.
enum ContentSpec {
    static let text = """
        apidoc: 1
        service:
          id: postbox
          title: Postbox
          server: {url: 'https://postbox.example.com'}
          security:
            token: {type: bearer}
            user: {type: basic}
            header: {type: apiKey, name: X-Key, in: header}
            query: {type: apiKey, name: key, in: query}
            cookie: {type: apiKey, name: sid, in: cookie}
        versions:
          '1': {status: current}
        operations:
          sendForm:
            title: Send Form
            method: POST
            path: /form
            revisions:
              - versions: ['1']
                request:
                  mediaType: application/x-www-form-urlencoded
                  schema: Letter
                  required: true
                  parts:
                    codes: {explode: false}
                    colors: {style: pipeDelimited}
                responses:
                  '200':
                    mediaType: application/x-www-form-urlencoded
                    schema: Letter
          sendParts:
            title: Send Parts
            method: POST
            path: /parts
            revisions:
              - versions: ['1']
                request:
                  mediaType: multipart/form-data
                  schema: Parcel
                  required: true
                  parts:
                    photo:
                      contentType: image/png, image/jpeg
                      headers: {X-Sum: {type: integer, required: true}}
                responses:
                  '204': {description: Taken}
          sendText:
            title: Send Text
            method: PUT
            path: /text
            revisions:
              - versions: ['1']
                request: {mediaType: text/plain, type: string, maxLength: 5, required: true}
                responses:
                  default: {mediaType: text/plain, type: string, description: Always}
          sendBytes:
            title: Send Bytes
            method: PUT
            path: /bytes
            revisions:
              - versions: ['1']
                request: {mediaType: image/*, type: string, format: binary, required: true}
                responses:
                  2XX:
                    mediaType: image/png
                    type: string
                    format: binary
                    headers:
                      X-Count: {type: integer, example: 7}
                      X-Names: {type: array, items: {type: string}}
                      Content-Length: {type: integer}
                  5XX: {description: No}
          styled:
            title: Styled
            method: GET
            path: /styled/{label}/{matrix}/{simple}
            revisions:
              - versions: ['1']
                parameters:
                  - {name: label, in: path, style: label, explode: true, type: array, items: {type: integer}, required: true}
                  - {name: matrix, in: path, style: matrix, schema: Point, required: true}
                  - {name: simple, in: path, type: array, items: {type: string}, required: true}
                  - {name: filter, in: query, style: deepObject, explode: true, schema: Filter}
                  - {name: ids, in: query, explode: false, type: array, items: {type: integer}}
                  - {name: words, in: query, style: spaceDelimited, explode: false, type: array, items: {type: string}}
                  - {name: place, in: query, schema: Point}
                  - {name: rule, in: query, mediaType: application/json, schema: Point}
                  - {name: X-Point, in: header, explode: true, schema: Point}
                  - {name: mode, in: cookie, type: string, enum: [dark, light], required: true}
                responses:
                  '200': {description: OK}
          look:
            title: Look
            method: HEAD
            path: /form
            revisions:
              - versions: ['1']
                responses: {'200': {description: OK}}
          draw:
            title: Draw
            method: POST
            path: /shapes
            revisions:
              - versions: ['1']
                request: {schema: Shape, required: true}
                responses: {'200': {schema: Shape}}
          guarded:
            title: Guarded
            method: GET
            path: /guarded
            revisions:
              - versions: ['1']
                security: [{token: []}, {user: [], header: []}, {query: []}, {cookie: []}]
                responses: {'204': {description: OK}}
        schemas:
          Letter:
            properties:
              to: {type: string, required: true}
              copies: {type: integer, minimum: 1, maximum: 3}
              tags: {type: array, items: {type: string}}
              codes: {type: array, items: {type: integer}}
              colors: {type: array, items: {type: string}}
              point: {schema: Point}
              pages: {type: array, items: {schema: Point}}
          Point:
            properties:
              x: {type: integer, required: true}
              y: {type: integer}
          Filter:
            properties:
              state: {schema: State}
              sizes: {type: array, items: {type: integer}}
          State: {type: string, enum: [open, shut]}
          Parcel:
            properties:
              note: {type: string}
              point: {schema: Point}
              photo: {type: string, format: binary, required: true}
              more: {type: array, items: {type: string, format: binary}}
          Shape:
            oneOf: [{schema: Circle}, {schema: Group}]
            discriminator: {property: kind, mapping: {round: Circle}}
          Circle:
            properties:
              radius: {type: number, required: true, exclusiveMinimum: 0}
          Group:
            properties:
              kind: {type: string, required: true}
              shapes: {type: array, items: {schema: Shape}}
              names: {schema: Names}
          Names: {type: object, additionalProperties: {schema: Names}}
        """
}
