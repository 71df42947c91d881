import APIModel
import APISpec
import Foundation
import Testing

/// The specs that tests answer from.
enum Specs {
    static let backup = read("spec/backup.yaml")
    static let greenhouse = read("spec/greenhouse.yaml")

    /// A model of the text of a spec.
    static func model(_ text: String) throws -> APIModel {
        APIModel(try SpecReader().read(Array(text.utf8), file: "test.yaml").document)
    }

    /// The path of a file of the package.
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: name).path(percentEncoded: false)
    }

    private static func read(_ name: String) -> APIModel {
        do {
            let bytes = Array(try Data(contentsOf: URL(filePath: path(name))))
            return APIModel(try SpecReader().read(bytes, file: name).document)
        } catch {
            Issue.record("\(name) cannot be read: \(error)")
            return APIModel(
                SpecDocument(service: Service(id: "none", title: "None", server: .init(url: "https://none.example"))))
        }
    }

    /// A service with everything that the others lack: something inside something, envelopes, markers, a planned
    /// version, a state with documented values.
    static let loans = """
        apidoc: 1
        service:
          id: library
          title: Library
          server: {url: 'https://library.example.com'}
          headers:
            X-Version: 'v{version}'
        versions:
          '3': {status: planned}
          '2': {status: current}
          '1': {status: supported, notBefore: '2030-01-31'}
        operations:
          createShelf:
            title: Create Shelf
            method: POST
            path: /shelves
            revisions:
              - versions: ['2', '1']
                request: {schema: ShelfRequest, required: true}
                responses:
                  '201': {schema: ShelfAnswer}
          listShelves:
            title: List Shelves
            method: GET
            path: /shelves
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: limit, in: query, type: integer}
                  - {name: marker, in: query, type: string}
                  - {name: room, in: query, type: array, items: {type: string}}
                  - {name: sort_key, in: query, type: string}
                  - {name: sort_dir, in: query, type: string, enum: [asc, desc]}
                responses:
                  '200': {schema: ShelfList}
          showShelf:
            title: Show Shelf
            method: GET
            path: /shelves/{shelf_id}
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                responses:
                  '200': {schema: ShelfAnswer}
          updateShelf:
            title: Update Shelf
            method: PATCH
            path: /shelves/{shelf_id}
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                request: {schema: ShelfChange, required: true}
                responses:
                  '200': {schema: ShelfAnswer}
          deleteShelf:
            title: Delete Shelf
            method: DELETE
            path: /shelves/{shelf_id}
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                responses:
                  '204': {description: No Content}
          createBook:
            title: Create Book
            method: POST
            path: /shelves/{shelf_id}/books
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                request: {schema: BookRequest, required: true}
                responses:
                  '202': {schema: BookAccepted}
          listBooks:
            title: List Books
            method: GET
            path: /shelves/{shelf_id}/books
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                  - {name: page, in: query, type: integer, default: 1}
                  - {name: size, in: query, type: integer, default: 2}
                  - {name: sort, in: query, type: string}
                  - {name: pages, in: query, type: integer}
                responses:
                  '200': {type: array, items: {schema: Book}}
          showBook:
            title: Show Book
            method: GET
            path: /shelves/{shelf_id}/books/{isbn}
            revisions:
              - versions: ['2', '1']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                  - {name: isbn, in: path, type: string, required: true, example: 978-3}
                responses:
                  '200': {schema: Book}
          showCover:
            title: Show Cover
            method: GET
            path: /shelves/{shelf_id}/covers/{name}.{kind}
            revisions:
              - versions: ['2']
                parameters:
                  - {name: shelf_id, in: path, type: string, required: true, example: shelf-01}
                  - {name: name, in: path, type: string, required: true, maxLength: 8}
                  - {name: kind, in: path, type: string, enum: [png, svg], required: true}
                responses:
                  '200': {schema: Cover}
          showNextVersion:
            title: Show Next Version
            method: GET
            path: /next
            revisions:
              - versions: ['3']
                responses:
                  '200': {schema: Cover}
        schemas:
          Shelf:
            properties:
              id: {type: string, required: true, minLength: 8, maxLength: 8, pattern: '^[a-z0-9-]+$', example: shelf-01}
              room: {type: string, required: true, example: north}
              state: {type: string, enum: [BUILDING, READY, BURNT, REMOVING], required: true}
              height: {type: number, example: 2.5}
              size: {schema: Size, required: true}
              updated_at: {type: string, format: date-time, required: true}
          ShelfAnswer:
            properties:
              shelf: {schema: Shelf, required: true}
              request_id: {type: string, required: true}
          ShelfChange:
            properties:
              room: {type: string}
              size: {schema: Size}
          ShelfList:
            properties:
              shelves: {type: array, items: {schema: Shelf}, required: true}
              total_count: {type: integer, required: true}
              limit: {type: integer, nullable: true, required: true}
          ShelfRequest:
            properties:
              room: {type: string, required: true}
              height: {type: number}
              size: {schema: Size}
          Size:
            properties:
              boards: {type: integer, format: int32, required: true, example: 5}
              depth: {type: integer, example: 30}
          Book:
            properties:
              isbn: {type: string, required: true, example: 978-3}
              shelf_id: {type: string, required: true}
              title: {type: string, required: true, minLength: 1, example: Emma}
              pages: {type: integer, nullable: true, example: 474}
          BookAccepted:
            properties:
              book_id: {type: string, required: true}
          BookRequest:
            properties:
              isbn: {type: string, required: true}
              title: {type: string, required: true, minLength: 1}
              pages: {type: integer}
          Cover:
            properties:
              url: {type: string, required: true, pattern: '^https?://[a-z]+\\.example/[0-9]{3,5}$'}
              code: {type: string, required: true, minLength: 4, maxLength: 4}
              self: {schema: Cover}
        resources:
          shelf:
            collection: /shelves
            member: /shelves/{shelf_id}
            create: createShelf
            list: listShelves
            show: showShelf
            updates: [updateShelf]
            delete: deleteShelf
            items: shelves
            envelope: shelf
            identifier: id
            state: state
          book:
            collection: /shelves/{shelf_id}/books
            member: /shelves/{shelf_id}/books/{isbn}
            create: createBook
            list: listBooks
            show: showBook
            identifier: isbn

        """
}
