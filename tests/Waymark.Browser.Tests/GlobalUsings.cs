global using Waymark.Browser.Tests.Harness;
