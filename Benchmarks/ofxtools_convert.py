#!/usr/bin/env python3
"""Parses and converts one file with ofxtools, for its time: ofxtools_convert.py FILE"""
import sys

from ofxtools.Parser import OFXTree

tree = OFXTree()
with open(sys.argv[1], "rb") as file:
    tree.parse(file)
print(len(tree.convert().statements[0].transactions))
