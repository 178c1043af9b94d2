using System.Globalization;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Why a text is no mail address that mail is sent to, in words that do not repeat it.</summary>
internal static class AddressProblem
{
    public static string Of(string? address) => address switch
    {
        null or "" => "the address is empty.",
        _ when address.Any(char.IsControl) => "the address holds control characters; line breaks would inject commands or headers.",
        _ when address.Any(c => c > '~') => "the address holds characters that are not ASCII. Letters of other scripts look like Latin ones; a domain with umlauts is written in its ASCII form (xn--).",
        _ when address.IndexOfAny(['"', '\\']) >= 0 => "the part before the @ is quoted. Ask for an address in its plain form.",
        _ when address.IndexOfAny(['(', ')']) >= 0 => "the address holds a comment. Leave it out.",
        _ when address.IndexOfAny(['<', '>', ',', ';', ':', ' ']) >= 0 => "this is a name, a list or a route, not one address alone (local@domain).",
        _ when address.Count(c => c == '@') != 1 => "there is not exactly one @.",
        _ when address.EndsWith('.') => "the domain ends in a dot. Leave it out: with it no certificate is for this address.",
        _ when MixesScripts(address) => "the domain mixes letters of several scripts, which is how one domain is made to look like another.",
        _ => "this is no plain mail address (local@domain in ASCII, without a name).",
    };

    /// <summary>Whether one label of the domain is written in Latin and in Greek or Cyrillic letters at once.</summary>
    public static bool MixesScripts(string address) => MailAddressSyntax.DomainOf(address).Split('.').Any(label => label.StartsWith("xn--", StringComparison.Ordinal) && IsMixed(label));

    private static bool IsMixed(string label)
    {
        try
        {
            var text = new IdnMapping { UseStd3AsciiRules = true }.GetUnicode(label);
            return text.Where(char.IsLetter).Select(Script).Distinct().Count() > 1;
        }
        catch (ArgumentException)
        {
            // No label at all in its other form: nobody has such a domain.
            return true;
        }
    }

    private static string Script(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => "Latin",
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => "Greek",
        (>= '\u0400' and <= '\u052F') or (>= '\u2DE0' and <= '\u2DFF') or (>= '\uA640' and <= '\uA69F') => "Cyrillic",
        _ => "other",
    };
}
