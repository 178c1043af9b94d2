using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Pvog;

/// <summary>What the search service can be made to do wrong.</summary>
internal static class PvogFaults
{
    public const string Unavailable = "authorities.pvog.unavailable";
    public const string Busy = "authorities.pvog.busy";
    public const string Delay = "authorities.pvog.delay";
    public const string Cut = "authorities.pvog.cut";
    public const string Huge = "authorities.pvog.huge";
    public const string Deep = "authorities.pvog.deep";
    public const string Empty = "authorities.pvog.empty";
    public const string WrongRole = "authorities.pvog.wrong-role";
    public const string ChangedAddress = "authorities.pvog.changed-address";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(Unavailable, "Suchdienst: antwortet mit 503.");
        faults.Register(Busy, "Suchdienst: antwortet mit 429 und bittet, die angegebene Zeit zu warten (Retry-After).");
        faults.Register(Delay, "Suchdienst: antwortet erst nach der angegebenen Zeit.");
        faults.Register(Cut, "Suchdienst: die Verbindung reißt mitten in der Antwort ab.");
        faults.Register(Huge, "Suchdienst: die Antwort hat 20 MB.");
        faults.Register(Deep, "Suchdienst: die Antwort ist tausendfach geschachtelt.");
        faults.Register(Empty, "Suchdienst: die Antwort ist leer, als gäbe es nichts.");
        faults.Register(WrongRole, "Suchdienst: die Organisationseinheit nennt sich selbst nur Ansprechpunkt.");
        faults.Register(ChangedAddress, "Suchdienst: die Organisationseinheit hat eine fremde E-Mail-Adresse und Bankverbindung.");
    }
}
