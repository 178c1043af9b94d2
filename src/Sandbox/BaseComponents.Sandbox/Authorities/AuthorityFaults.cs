using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>What the authority finder can be made to do wrong.</summary>
internal static class AuthorityFaults
{
    public const string Unavailable = "authorities.unavailable";
    public const string Truncated = "authorities.truncated";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(Unavailable, "Zuständigkeitsfinder: Lieferung und Verzeichnisse antworten mit 503.");
        faults.Register(Truncated, "Zuständigkeitsfinder: die XZuFi-Lieferung endet in der Mitte.");
    }
}
