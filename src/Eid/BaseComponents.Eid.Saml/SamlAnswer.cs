namespace BaseComponents.Eid.Saml;

/// <summary>What became of an answer: <see cref="Accepted"/>, <see cref="Declined"/> or <see cref="Refused"/>.</summary>
public abstract record SamlAnswer
{
    private SamlAnswer()
    {
    }

    /// <summary>Every check passed.</summary>
    /// <param name="Assertion">What the identity provider states about the user.</param>
    public sealed record Accepted(SamlAssertion Assertion) : SamlAnswer
    {
        /// <summary>The name of the type: the assertion stays out of logs.</summary>
        public override string ToString() => nameof(Accepted);
    }

    /// <summary>The identity provider says that there is no log-in: given up, or attributes missing, or a fault of its own. Possibly unsigned: good for the choice of a page, nothing more.</summary>
    /// <param name="Status">What it says.</param>
    public sealed record Declined(SamlStatus Status) : SamlAnswer;

    /// <summary>The answer is not acceptable.</summary>
    /// <param name="Reason">A fixed word for the log, explained in docs/errors.md#eid.saml. Never show it to the user: it would help an attacker.</param>
    public sealed record Refused(string Reason) : SamlAnswer;
}
