namespace BaseComponents.Eid.EidServer;

/// <summary>How the opening of a session went: <see cref="Started"/> or <see cref="Busy"/>.</summary>
public abstract record EidServerStart
{
    private EidServerStart()
    {
    }

    /// <summary>The name of the type: a session is a secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>There is a session; the eID client of the citizen may begin.</summary>
    /// <param name="Session">Keep it on the server, encrypted.</param>
    public sealed record Started(EidServerSession Session) : EidServerStart;

    /// <summary>The server has too many open sessions; the citizen may try again later.</summary>
    /// <remarks>useID#tooManyOpenSessions</remarks>
    public sealed record Busy : EidServerStart;
}
