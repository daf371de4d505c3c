import Glibc

/// A list of strings in the form that C takes: an array of pointers that ends with a null pointer.
enum CStrings {
    typealias List = UnsafePointer<UnsafeMutablePointer<CChar>?>

    /// The list is valid inside `body` only.
    static func with<T>(_ strings: [String], _ body: (List) -> T) -> T {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }
}
