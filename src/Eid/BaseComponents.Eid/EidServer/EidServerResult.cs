namespace BaseComponents.Eid.EidServer;

/// <summary>What became of a session: <see cref="Verified"/> is the one success.</summary>
public abstract record EidServerResult
{
    private EidServerResult()
    {
    }

    /// <summary>The name of the type: the data stay out of logs.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The card was read; all that was required is there, and the level suffices.</summary>
    /// <param name="Identity">The citizen. <see cref="EidIdentity.AbsenceOf"/> says why a value is missing: not requested, refused, not on the chip.</param>
    public sealed record Verified(EidIdentity Identity) : EidServerResult
    {
        /// <summary>Whether the citizen has the age asked for; null where the card did not say. Null is not false, and neither is it true.</summary>
        public bool? FulfilsAge { get; init; }

        /// <summary>Whether the citizen lives at the place asked for; null where the card did not say.</summary>
        public bool? FulfilsPlace { get; init; }

        /// <summary>In what the eID is kept; null where the server does not say.</summary>
        public EidServerEidType? EidType { get; init; }

        /// <summary>The pseudonym for a second sector, where the service's certificate has two, such as during a change of sectors.</summary>
        /// <remarks>RestrictedID/ID2</remarks>
        public EidPseudonym? SecondPseudonym { get; init; }

        /// <summary>The statement asked for.</summary>
        public TransactionAttestation? Attestation { get; init; }
    }

    /// <summary>There is no result yet, and the time to wait is over.</summary>
    /// <remarks>getResult#noResultYet</remarks>
    /// <param name="Session">With the counter as far as it has come: whoever asks again needs this one.</param>
    public sealed record Pending(EidServerSession Session) : EidServerResult;

    /// <summary>The server does not know the session any more: it took too long, was broken off, or its result was fetched before.</summary>
    /// <remarks>getResult#invalidSession</remarks>
    public sealed record Expired : EidServerResult;

    /// <summary>The citizen gave up, and the server says so. TR-03130 names no code for it; that of the card interface (TR-03112) is read so.</summary>
    /// <remarks>sal#cancellationByUser</remarks>
    public sealed record Cancelled : EidServerResult;

    /// <summary>The server does not take the document: for its kind, its level, or since it is blocked. Servers differ in which of the two they say.</summary>
    /// <remarks>getResult#deniedDocument</remarks>
    public sealed record DocumentDenied : EidServerResult;

    /// <summary>The document is not valid: expired, blocked, or not genuine.</summary>
    /// <remarks>getResult#invalidDocument</remarks>
    public sealed record DocumentInvalid : EidServerResult;

    /// <summary>Something required did not come, although the server speaks of success.</summary>
    /// <param name="Missing">What, and why.</param>
    public sealed record AttributesMissing(IReadOnlyDictionary<EidServerOperation, AbsenceReason> Missing) : EidServerResult;

    /// <summary>The log-in proves less than <see cref="EidServerRequest.MinimumLevel"/>, or with a kind of eID that was not accepted.</summary>
    /// <param name="Level">What it proves.</param>
    public sealed record LevelTooLow(AssuranceLevel Level) : EidServerResult;
}
