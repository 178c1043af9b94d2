namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// The key of one part of a message: mails that differ have different Message-IDs, and the same part has the same one whenever the message is sent again. It is only ever hashed
/// under a secret, so that nobody reads the address from it.
/// </summary>
internal static class PartKey
{
    public static string? OfGateway(string? key) => key is null ? null : $"{key}\0gateway";

    public static string? OfBlindCopy(string? key, string address) => key is null ? null : $"{key}\0bcc\0{address.ToLowerInvariant()}";
}
