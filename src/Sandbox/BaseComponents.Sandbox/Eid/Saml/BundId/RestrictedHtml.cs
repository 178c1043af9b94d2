using System.Text.RegularExpressions;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>The markup that a purpose may have. Which elements the service takes is not public in full: here simple ones without attributes.</summary>
internal static partial class RestrictedHtml
{
    public static bool IsViolatedBy(string text) => AnyTag().Matches(text).Any(tag => !SimpleTag().IsMatch(tag.Value));

    [GeneratedRegex("<[^>]*>?", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\A</?(?:b|br|em|i|li|ol|p|strong|u|ul)\s*/?>\z", RegexOptions.CultureInvariant)]
    private static partial Regex SimpleTag();
}
