namespace MunicipalService.Forms;

/// <summary>What kind of file an upload really is: told by its first bytes, never by its name or what the browser says.</summary>
public static class ProofFile
{
    /// <summary><c>application/pdf</c>, <c>image/jpeg</c>, <c>image/png</c>, or null for anything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
