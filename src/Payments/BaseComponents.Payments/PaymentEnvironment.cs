namespace BaseComponents.Payments;

/// <summary>What the component talks to.</summary>
public enum PaymentEnvironment
{
    /// <summary>The Sandbox on this machine. Refused where the host's environment is Production.</summary>
    Sandbox,

    /// <summary>The test stage of the operator.</summary>
    Test,

    /// <summary>The real service: real money.</summary>
    Production,
}
