namespace BaseComponents.Eid.AspNetCore;

/// <summary>Whether requests for a log-in are signed (RFC 9101).</summary>
public enum BrokerRequestObjects
{
    /// <summary>They travel as plain parameters.</summary>
    Never,

    /// <summary>They are signed: pushed where requests are pushed, in the address otherwise.</summary>
    Always,
}
