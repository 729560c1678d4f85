namespace Waymark.Browser.Tests.Harness;

/// <summary>The size of the window.</summary>
public enum Screen
{
    /// <summary>375 by 812 pixels, a phone held upright.</summary>
    Phone,

    /// <summary>1280 by 900 pixels.</summary>
    Desktop,
}

/// <summary>Whether the browser runs the pages' script.</summary>
public enum Script
{
    On,
    Off,
}
