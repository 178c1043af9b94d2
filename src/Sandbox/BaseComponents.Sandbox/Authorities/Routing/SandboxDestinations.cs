using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>Which offices take part in FIT-Connect: all that decide, but those of Döbeln.</summary>
internal static class SandboxDestinations
{
    private const string Absent = "doebeln.";

    /// <summary>The office's destination, the same in every Sandbox; none if it takes no part.</summary>
    public static Guid? Of(SandboxOffice office)
    {
        if (office.Role is not ("01" or "02") || office.AdvisesOnly || office.ValidUntil is not null || office.Id.StartsWith(Absent, StringComparison.Ordinal))
            return null;
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes("destination of " + office.Id)).AsSpan(0, 16);
        // The form of a random one (RFC 9562).
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x40), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
