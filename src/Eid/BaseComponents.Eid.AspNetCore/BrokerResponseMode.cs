namespace BaseComponents.Eid.AspNetCore;

/// <summary>How the broker's answer travels through the browser.</summary>
public enum BrokerResponseMode
{
    /// <summary>In the address. Works everywhere; the framework's own log of requests shows the code, which is good for one use and for this application only.</summary>
    Query,

    /// <summary>In a form. No code stands in any log, but the application must be reached over https, and the broker must offer it.</summary>
    /// <remarks>OAuth 2.0 Form Post Response Mode</remarks>
    FormPost,
}
