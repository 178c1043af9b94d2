namespace BaseComponents.Eid.Saml;

/// <summary>How a request travels through the browser. Answers always come in a form.</summary>
public enum SamlBinding
{
    /// <summary>In a form that the browser posts; the signature stands in the document.</summary>
    /// <remarks>HTTP-POST</remarks>
    Post,

    /// <summary>In the address; the signature covers the address.</summary>
    /// <remarks>HTTP-Redirect</remarks>
    Redirect,
}
