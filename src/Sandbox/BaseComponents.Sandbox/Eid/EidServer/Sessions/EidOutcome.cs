using BaseComponents.Sandbox.Eid.EidServer.Documents;

namespace BaseComponents.Sandbox.Eid.EidServer.Sessions;

/// <summary>How a session with an eID-Client ended.</summary>
internal abstract record EidOutcome
{
    private EidOutcome()
    {
    }

    /// <summary>The card was read.</summary>
    /// <param name="Document">Whose card.</param>
    /// <param name="Allowed">The operations that the holder let happen.</param>
    internal sealed record Read(EidDocument Document, IReadOnlySet<string> Allowed) : EidOutcome;

    /// <summary>It was not.</summary>
    /// <param name="Minor">Why: one of <see cref="ResultCodes"/>.</param>
    internal sealed record Failed(string Minor) : EidOutcome;
}
