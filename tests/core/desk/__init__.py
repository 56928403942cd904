"""Tests of reception_assistant/desk."""
