namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>What is known of a certificate or a whole chain, and who has said so.</summary>
internal readonly record struct RevocationFinding(RevocationState State, IReadOnlyList<IRevocationProof> Proofs)
{
    public static RevocationFinding Unknown { get; } = new(RevocationState.Unknown, []);

    public static RevocationFinding By(IRevocationProof proof, RevocationState state) => state is RevocationState.Unknown ? Unknown : new(state, [proof]);

    /// <summary>Of a chain: the worse state, and all proofs.</summary>
    public RevocationFinding And(RevocationFinding other) => new(Worse(State, other.State), [.. Proofs, .. other.Proofs]);

    private static RevocationState Worse(RevocationState one, RevocationState other)
    {
        if (one is RevocationState.Revoked || other is RevocationState.Revoked)
            return RevocationState.Revoked;
        return one is RevocationState.Unknown ? one : other;
    }
}
