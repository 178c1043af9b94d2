namespace BaseComponents.Eid.Testing;

/// <summary>Who is logged in, in a test of an application: change it between two requests.</summary>
public sealed class SignedInUser
{
    /// <summary>The identity of every request; <see langword="null"/>: nobody is logged in.</summary>
    public EidIdentity? Identity { get; set; }
}
