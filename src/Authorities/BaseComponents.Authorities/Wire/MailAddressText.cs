using System.Net.Mail;

namespace BaseComponents.Authorities.Wire;

/// <summary>A mail address out of data from outside. Applications of citizens go there: what is not plainly one ASCII address is none.</summary>
internal static class MailAddressText
{
    private const int Longest = 254;

    public static string? Read(string text) =>
        text.Length <= Longest && MailAddress.TryCreate(text, out var address) && address.Address == text && text.All(char.IsAscii) ? text : null;
}
