using BaseComponents.Shared;

namespace BaseComponents.Authorities.Internal;

/// <summary>What is wrong with settings that several sections have.</summary>
/// <param name="section">Path of the section, for the person who mends it.</param>
internal sealed class SettingProblems(string section)
{
    public IEnumerable<string> Duration(string setting, TimeSpan value, TimeSpan shortest, TimeSpan longest)
    {
        if (value < shortest || value > longest)
            yield return $"{section}:{setting} must be between {shortest} and {longest}.";
    }

    public IEnumerable<string> TrustAnchors(string? pem)
    {
        try
        {
            HttpDefaults.TrustAnchors(pem);
            return [];
        }
        catch (CertificateSourceException exception)
        {
            return [$"{section}:TrustAnchorsPem: {exception.Message}"];
        }
    }
}
