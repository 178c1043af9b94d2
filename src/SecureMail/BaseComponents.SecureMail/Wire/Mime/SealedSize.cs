namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>How large a mail becomes, known before anything is encrypted: base64 in lines of 76 characters, once for each file and once for the envelope.</summary>
internal static class SealedSize
{
    private const int BytesPerLine = 57;
    private const int LineLength = 78;
    private const int Overhead = 4096;

    public static long AtLeast(long rawBytes, bool isEncrypted)
    {
        var signed = Base64(rawBytes);
        return isEncrypted ? Base64(signed + Overhead) : signed + Overhead;
    }

    private static long Base64(long bytes) => (bytes + BytesPerLine - 1) / BytesPerLine * LineLength;
}
