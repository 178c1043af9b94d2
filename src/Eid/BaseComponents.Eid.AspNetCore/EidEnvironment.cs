namespace BaseComponents.Eid.AspNetCore;

/// <summary>Which kind of service a component talks to.</summary>
public enum EidEnvironment
{
    /// <summary>The Sandbox on this machine. Refused where the host runs in Production.</summary>
    Sandbox,

    /// <summary>A test system of the operator.</summary>
    Test,

    /// <summary>The real service.</summary>
    Production,
}
