using System.Globalization;
using System.Text;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>Values of ENVID and ORCPT: +2B stands for a plus sign (xtext, RFC 3461 section 4).</summary>
internal static class SmtpText
{
    /// <returns>The value as it stands in a report, or null where it has no fit form.</returns>
    public static string? Decoded(string? text)
    {
        if (text is null or { Length: > 500 })
            return null;
        var decoded = new StringBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] is not '+')
            {
                decoded.Append(text[place]);
                continue;
            }

            if (place + 2 >= text.Length || !byte.TryParse(text.AsSpan(place + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                return null;
            decoded.Append((char)code);
            place += 2;
        }

        // What would begin a line of its own in the report stays out.
        return decoded.ToString() is { Length: > 0 } value && value.All(static c => c is >= ' ' and <= '~') ? value : null;
    }
}
