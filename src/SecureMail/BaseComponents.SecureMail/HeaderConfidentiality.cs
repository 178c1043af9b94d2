namespace BaseComponents.SecureMail;

/// <summary>What the outer header of an encrypted mail still shows; the whole header stands inside, encrypted and signed (RFC 9788).</summary>
public enum HeaderConfidentiality
{
    /// <summary>The subject is replaced by <c>[...]</c>; sender, recipients, date and Message-ID stay, since mail servers need them.</summary>
    /// <remarks>RFC 9788: <c>hcp_baseline</c>.</remarks>
    Baseline = 0,

    /// <summary>All of it, the subject too. For a gateway that reads words in the subject, and for recipients whose program does not know protected headers.</summary>
    /// <remarks>RFC 9788: <c>hcp_no_confidentiality</c>.</remarks>
    None = 1,
}
