namespace BaseComponents.Tests.Scale.Payments.Flaws;

/// <summary>What other clients leave out.</summary>
internal enum Flaw
{
    None,

    /// <summary>Nothing is stored before the call; the payment is stored with its answer. The request id is still the same at each try.</summary>
    WithoutIntent,

    /// <summary>Nothing is stored before the call, each call has a new request id, and nobody looks whether somebody else has stored meanwhile.</summary>
    IntentAfterCall,
}
