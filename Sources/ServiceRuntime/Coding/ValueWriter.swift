/// The place at which a value of a member or of a list is written.
public struct ValueWriter {
    let writer: JSONWriter

    init(_ writer: JSONWriter) { self.writer = writer }
}
